/**
 * Makes a Pulumi project of one's own, out of the files of this repository, which come with the tools. A project is made
 * whole or not at all.
 * <pre>{@code
 * var project = new NewProject(new ProjectName("chat"), new PackageName("com.acme.chat"));
 * ProjectFolder.at(Path.of("../chat")).make(project);
 * }</pre>
 */
package io.edgesocket.init;
