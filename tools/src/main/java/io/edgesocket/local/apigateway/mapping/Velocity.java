package io.edgesocket.local.apigateway.mapping;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.util.introspection.SecureUberspector;

/** Velocity, loaded when the first template is used: most programs have none. */
final class Velocity {
    /**
     * Off: an error of a template is told as the refusal that it causes. Held in a field: a logger without a strong
     * reference loses its level.
     */
    private static final Logger LOG = Logger.getLogger("org.apache.velocity");

    private static final RuntimeInstance RUNTIME = runtime();

    private Velocity() {}

    /** Templates can reach neither files nor classes. */
    private static RuntimeInstance runtime() {
        LOG.setLevel(Level.OFF);
        var runtime = new RuntimeInstance();
        runtime.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
        runtime.setProperty(RuntimeConstants.RESOURCE_LOADERS, "string");
        runtime.setProperty(
                "resource.loader.string.class", "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
        runtime.setProperty(RuntimeConstants.VM_LIBRARY, "");
        runtime.init();
        return runtime;
    }

    static Compiled compile(String text) {
        var template = new Template();
        try {
            template.setRuntimeServices(RUNTIME);
            template.setName("mapping template");
            template.setData(RUNTIME.parse(new StringReader(text), template));
            template.initDocument();
        } catch (ParseException | VelocityException e) {
            throw new MappingException("the template can't be read: " + e.getMessage(), e);
        }
        return new Compiled(template);
    }

    record Compiled(Template template) {
        String render(TemplateInput input) {
            var context = new VelocityContext();
            context.put("input", input);
            context.put("util", new TemplateFunctions());
            context.put("context", input.context());
            context.put("stageVariables", input.stageVariables());
            var text = new StringWriter();
            try {
                template.merge(context, text);
            } catch (MethodInvocationException e) {
                throw e.getCause() instanceof MappingException wrong ? wrong : failed(e);
            } catch (VelocityException e) {
                throw failed(e);
            }
            return text.toString();
        }

        private static MappingException failed(VelocityException e) {
            return new MappingException("the template failed: " + e.getMessage(), e);
        }
    }
}
