/**
 * Compiles a program's changed sources in this process, exactly as Maven's compiler plugin would. That takes a second,
 * where Maven takes many.
 * <pre>{@code
 * ProgramClasses.of(folder).ifPresent(ProgramClasses::update);
 * }</pre>
 */
package io.edgesocket.compile;
