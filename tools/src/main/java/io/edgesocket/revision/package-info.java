/**
 * Plans of the program as a commit has it. The commit is checked out into a temporary worktree, where its own launcher builds
 * it and plans.
 *
 * <pre>{@code
 * try (var main = Worktree.of(Git.in(folder), Git.in(folder).revision("main"))) {
 *     var plan = new RevisionPlans(main).plan("dev");
 * }
 * }</pre>
 */
package io.edgesocket.revision;
