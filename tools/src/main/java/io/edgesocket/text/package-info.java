/** Makes text from any source safe to show to a person. */
package io.edgesocket.text;
