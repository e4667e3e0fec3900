/** The execution environments of one function, and the calls that wait for one: who runs what, and how long it may take. */
package io.edgesocket.local.lambda.pool;
