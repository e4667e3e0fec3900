/** A copy of this project for a test to run commands in, as a user would. */
package io.edgesocket.workspace;
