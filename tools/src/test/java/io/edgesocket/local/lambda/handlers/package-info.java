/** Handlers for tests, deployed as a package of their own. */
package io.edgesocket.local.lambda.handlers;
