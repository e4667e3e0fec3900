package io.edgesocket.local.apigateway.mapping;

/**
 * A mapping template in the Velocity Template Language. It may hold what Velocity can't read: API Gateway notices that
 * when the template is used.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">Mapping
 *      template reference</a>
 */
public final class MappingTemplate {
    private final String text;
    private volatile Velocity.Compiled compiled;

    MappingTemplate(String text) {
        this.text = text;
    }

    /** @throws MappingException if the template is wrong, or can't be used on this text */
    public String render(TemplateInput input) {
        return text.contains("$") || text.contains("#") ? compiled().render(input) : text;
    }

    private Velocity.Compiled compiled() {
        var known = compiled;
        if (known == null) {
            known = Velocity.compile(text);
            compiled = known;
        }
        return known;
    }
}
