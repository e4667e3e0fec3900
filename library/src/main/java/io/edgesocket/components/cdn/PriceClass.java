package io.edgesocket.components.cdn;

/**
 * Which of CloudFront's edge locations are used.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html">Price class</a>
 */
public enum PriceClass {
    /** North America, Europe and Israel: the cheapest. */
    CLASS_100("PriceClass_100"),
    /** All but the most expensive. */
    CLASS_200("PriceClass_200"),
    /** Everywhere. */
    ALL("PriceClass_All");

    private final String value;

    PriceClass(String value) {
        this.value = value;
    }

    /** CloudFront's name for it, such as {@code PriceClass_100}. */
    public String value() {
        return value;
    }
}
