/** A real browser for tests, and what axe says of a page. */
package io.edgesocket.browser;
