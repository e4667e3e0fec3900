/**
 * The building blocks of a stack, one Pulumi component a file. They need the Pulumi SDKs and nothing else of this
 * project, so any Pulumi program in Java can use them.
 */
package io.edgesocket.components;
