/** Makes a Pulumi project of one's own, out of the files of this repository, which come with the tools. */
package io.edgesocket.init;
