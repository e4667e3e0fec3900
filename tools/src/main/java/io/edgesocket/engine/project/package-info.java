/** A Pulumi project's files: which stacks it has, and the configuration that a stack's file hands to a program. */
package io.edgesocket.engine.project;
