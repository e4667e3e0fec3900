/**
 * What all components share: the base of their arguments, how they register children, collect problems, and write IAM
 * policies. Nothing outside of the components uses it, so it may change at any time.
 */
package io.edgesocket.components.internal;
