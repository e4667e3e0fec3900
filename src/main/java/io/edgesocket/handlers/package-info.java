/**
 * What the functions of the {@code dev} stack run, one handler a class, to be replaced with your own; and
 * {@link io.edgesocket.handlers.OriginKeyHandler}, by which an API knows its CDN. They are deployed on their own, so
 * they use Lambda's libraries, the AWS SDK and the JDK, and nothing else of this project.
 */
package io.edgesocket.handlers;
