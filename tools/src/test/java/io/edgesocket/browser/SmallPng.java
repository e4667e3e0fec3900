package io.edgesocket.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Less than half of the bytes: 256 colours are kept, the most frequent of those that the eye tells apart; the rest becomes the
 * nearest.
 */
final class SmallPng {
    private static final int COLOURS = 256;
    /** Squared, of red, green and blue together. */
    private static final int ALIKE = 64;

    private SmallPng() {}

    static byte[] of(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var palette = palette(pixels);
        var model = new IndexColorModel(Byte.SIZE, palette.length, palette, 0, false, -1, 0);
        var small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        small.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indices(pixels, palette));
        var written = new ByteArrayOutputStream();
        ImageIO.write(small, "png", written);
        return written.toByteArray();
    }

    private static int[] palette(int... pixels) {
        var counts = new HashMap<Integer, Integer>();
        for (var i = 1; i < pixels.length; i++) {
            if (pixels[i] != pixels[i - 1]) { // an area counts by its edges: most pixels are like the one before
                counts.merge(pixels[i], 1, Integer::sum);
            }
        }
        var kept = new ArrayList<Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .takeWhile(colour -> kept.size() < COLOURS)
                .filter(colour -> kept.stream().allMatch(other -> distance(colour, other) > ALIKE))
                .forEach(kept::add);
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] indices(int[] pixels, int... palette) {
        var known = new HashMap<Integer, Integer>();
        var indices = new int[pixels.length];
        for (var i = 0; i < pixels.length; i++) {
            indices[i] = i > 0 && pixels[i] == pixels[i - 1]
                    ? indices[i - 1]
                    : known.computeIfAbsent(pixels[i], colour -> nearest(colour, palette));
        }
        return indices;
    }

    private static int nearest(int colour, int... palette) {
        var nearest = 0;
        for (var index = 1; index < palette.length; index++) {
            if (distance(colour, palette[index]) < distance(colour, palette[nearest])) {
                nearest = index;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        return squared(one, other, 0) + squared(one, other, 8) + squared(one, other, 16);
    }

    private static int squared(int one, int other, int shift) {
        var difference = (one >> shift & 0xff) - (other >> shift & 0xff);
        return difference * difference;
    }
}
