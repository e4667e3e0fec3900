package io.edgesocket.local.apigateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;

/**
 * A certificate that lives as long as the run, for an elliptic-curve key that never leaves this process. The JDK makes
 * certificates with {@code keytool} alone, a process that takes longer than the rest of a start; so the few fields of
 * one are written here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1">RFC 5280, section 4.1</a>
 */
record SelfSignedCertificate(X509Certificate certificate, KeyPair keys) {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int UTF8_STRING = 0x0C;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int DNS_NAME = 0x82;
    private static final int VERSION = 0xA0;
    private static final int EXTENSIONS = 0xA3;

    private static final byte[] ECDSA_WITH_SHA256 = der(SEQUENCE, hex("06082A8648CE3D040302"));
    private static final byte[] COMMON_NAME = hex("0603550403");
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = hex("0603551D11");
    private static final byte[] VERSION_3 = der(VERSION, der(INTEGER, new byte[] {2}));
    private static final byte[] NAME = der(
            SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, "edgesocket local".getBytes(US_ASCII)))));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    /** The longest that Apple's systems accept. */
    private static final int DAYS = 397;

    private static final char[] NO_PASSWORD = {};
    private static final int PEM_LINE = 64;

    /** @param names for which it is valid, a star at the beginning allowed */
    static SelfSignedCertificate of(Collection<String> names) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var content = content(names, keys);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            var bytes = der(SEQUENCE, content, ECDSA_WITH_SHA256, der(BIT_STRING, new byte[1], signature.sign()));
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return new SelfSignedCertificate((X509Certificate) certificate, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no elliptic curves", e);
        }
    }

    private static byte[] content(Collection<String> names, KeyPair keys) {
        var now = Instant.now();
        var validity = der(SEQUENCE, time(now.minus(1, ChronoUnit.DAYS)), time(now.plus(DAYS - 1, ChronoUnit.DAYS)));
        var alternatives = names.stream()
                .map(name -> der(DNS_NAME, name.getBytes(US_ASCII)))
                .toArray(byte[][]::new);
        var extension = der(SEQUENCE, SUBJECT_ALTERNATIVE_NAME, der(OCTET_STRING, der(SEQUENCE, alternatives)));
        return der(
                SEQUENCE,
                VERSION_3,
                der(INTEGER, BigInteger.valueOf(now.toEpochMilli()).toByteArray()),
                ECDSA_WITH_SHA256,
                NAME,
                validity,
                NAME,
                keys.getPublic().getEncoded(),
                der(EXTENSIONS, der(SEQUENCE, extension)));
    }

    private static byte[] time(Instant time) {
        return der(GENERALIZED_TIME, TIME.format(time).getBytes(US_ASCII));
    }

    /** A value of DER: its tag, its length, its parts one after the other. */
    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var value = new ByteArrayOutputStream();
        value.write(tag);
        value.writeBytes(length(content.size()));
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static byte[] hex(String digits) {
        return new BigInteger(digits, 16).toByteArray();
    }

    /** With its key, under the empty password. */
    KeyStore keyStore() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", keys.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** The certificate alone. */
    String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
