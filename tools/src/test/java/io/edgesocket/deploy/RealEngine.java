package io.edgesocket.deploy;

import io.edgesocket.workspace.Needs;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that deploy a copy of the project with the real Pulumi engine; skipped where it is not installed. */
@Target(ElementType.TYPE)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-engine")
@Needs({"pulumi", "pulumi-language-java"})
@ExtendWith(PreviewedProject.class)
@interface RealEngine {}
