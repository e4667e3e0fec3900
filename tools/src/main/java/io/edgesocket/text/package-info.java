/** Text of any origin, made fit to be shown to a person. */
package io.edgesocket.text;
