/** Makes text from any source safe to show to a person. It knows nothing of what the text is about. */
package io.edgesocket.text;
