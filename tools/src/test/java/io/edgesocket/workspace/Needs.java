package io.edgesocket.workspace;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs that a test runs and that not every machine has: where one is not on PATH, the test is skipped and says so. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Needs.All.class)
@ExtendWith(ProgramsOnPath.class)
public @interface Needs {
    String[] value();

    /** What the compiler puts several into. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(ProgramsOnPath.class)
    @interface All {
        Needs[] value();
    }
}
