/**
 * Which rights the roles need that deploy and preview a stack, made from the resources that its program registers. AWS knows
 * no names of APIs, distributions and keys in its ARNs; what has a name is narrowed to it.
 */
package io.edgesocket.iam;
