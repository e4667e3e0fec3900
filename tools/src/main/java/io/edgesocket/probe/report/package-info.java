/** What a probe found, for people and for programs. */
package io.edgesocket.probe.report;
