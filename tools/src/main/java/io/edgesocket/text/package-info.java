/**
 * Makes text from any source safe to show to a person. It knows nothing of what the text is about, but for the names of
 * headers whose values are secret.
 */
package io.edgesocket.text;
