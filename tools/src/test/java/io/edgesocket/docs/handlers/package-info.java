/** Handlers of pages, deployed as a page's reader would deploy them. */
package io.edgesocket.docs.handlers;
