package io.edgesocket.probe.report;

import io.edgesocket.probe.Diagnosis;
import io.edgesocket.probe.Finding;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Outcome;
import io.edgesocket.text.Printable;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, as GitLab, Jenkins and others read it: a test case a check. */
public final class FindingsJunit {
    private final XMLStreamWriter xml;
    private final boolean strict;

    private FindingsJunit(XMLStreamWriter xml, boolean strict) {
        this.xml = xml;
        this.strict = strict;
    }

    /** @param strict whether a warning is a failure; else it is text beside a test that passed */
    public static String render(Findings findings, boolean strict) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new FindingsJunit(xml, strict).suite(findings);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a text can always be written to
        }
        return text + "\n";
    }

    private void suite(Findings findings) throws XMLStreamException {
        var failures = findings.all().stream().filter(this::isFailure).count();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute("name", "edgesocket probe " + findings.address());
        attribute("tests", String.valueOf(findings.all().size()));
        attribute("failures", String.valueOf(failures));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(findings.count(Outcome.Skipped.class)));
        attribute("time", seconds(findings.took()));
        for (var finding : findings.all()) {
            test(finding);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void test(Finding finding) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", "edgesocket.probe." + finding.group());
        attribute("name", finding.id() + ": " + finding.expectation());
        attribute("time", seconds(finding.took()));
        if (isFailure(finding)) {
            xml.writeStartElement("failure");
            attribute("message", finding.outcome().seen());
            xml.writeCharacters(explanation(finding));
            xml.writeEndElement();
        } else if (finding.outcome() instanceof Outcome.Skipped skipped) {
            xml.writeEmptyElement("skipped");
            attribute("message", skipped.seen());
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Stream.of(printable(finding.outcome().seen()), explanation(finding))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private boolean isFailure(Finding finding) {
        return finding.outcome() instanceof Outcome.Failed || strict && finding.outcome() instanceof Outcome.Warned;
    }

    private static String explanation(Finding finding) {
        Optional<Diagnosis> diagnosis = Diagnosis.of(finding.outcome());
        return diagnosis
                .map(each -> printable("cause: " + each.cause()) + "\n" + printable("change: " + each.change()) + "\n"
                        + "source: " + finding.source())
                .orElse("");
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value));
    }

    /** XML allows neither control characters nor these two. */
    private static String printable(String text) {
        return Printable.of(text).replaceAll("[\\uFFFE\\uFFFF]", "?");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
