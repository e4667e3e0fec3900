/**
 * The handlers of the sample functions, one class each. Replace them with your own. They are deployed without the rest
 * of this project, so they may use only Lambda's libraries, the AWS SDK and the JDK.
 */
package io.edgesocket.handlers;
