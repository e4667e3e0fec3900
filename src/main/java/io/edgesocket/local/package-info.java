/**
 * Plays a stack on localhost: CloudFront in front of API Gateway in front of the functions, from what the program
 * registered and nothing else. So it plays whatever a user writes in {@code App.java}.
 */
package io.edgesocket.local;
