package io.edgesocket.browser;

import io.edgesocket.workspace.Needs;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests in a browser. Their constructor takes the {@link Browser}: one for all such classes, one class at a time. Each test
 * begins in a new tab, and fails if the page complained of anything that the test didn't look at.
 */
@Target(ElementType.TYPE)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Needs({"chromium", "chromedriver"})
@ResourceLock("chromium")
@ExtendWith(OneBrowser.class)
public @interface InBrowser {}
