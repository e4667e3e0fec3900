package io.edgesocket.local.apigateway.mapping;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.context.Context;
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

    private static final Pattern OWN = Pattern.compile("\\$!?\\{?(?:input|context|stageVariables|util)\\b");

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

    /** What API Gateway has no value for is empty. Other names, which the template hasn't set, stay as they are. */
    private static Object inserted(Context context, String reference, Object value) {
        return value == null && OWN.matcher(reference).lookingAt() ? "" : value;
    }

    record Compiled(Template template) {
        String render(TemplateInput input) {
            var context = new VelocityContext();
            context.put("input", input);
            context.put("util", new TemplateFunctions());
            context.put("context", input.context());
            context.put("stageVariables", input.stageVariables());
            var events = new EventCartridge();
            events.addReferenceInsertionEventHandler(Velocity::inserted);
            events.addMethodExceptionHandler((in, type, method, failure, at) -> failed(failure));
            context.attachEventCartridge(events);
            var text = new StringWriter();
            try {
                template.merge(context, text);
            } catch (VelocityException e) {
                failed(e.getCause() instanceof MappingException wrong ? wrong : e);
            }
            return text.toString();
        }

        /** Without this, a method that fails is passed over once there is another handler. */
        private static Object failed(Exception e) {
            throw e instanceof MappingException wrong
                    ? wrong
                    : new MappingException("the template failed: " + e.getMessage(), e);
        }
    }
}
