/**
 * What the sample functions run, one handler a class; replace them with your own. They are deployed
 * on their own, so they use Lambda's libraries, the AWS SDK and the JDK, and nothing else of this project.
 */
package io.edgesocket.handlers;
