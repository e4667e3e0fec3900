/** What happens to each handshake and message on its way, told as it happens: for people, and for programs. */
package io.edgesocket.local.journal;
