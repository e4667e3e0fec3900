# A copy of the project with all that is built, in a folder. A bench changes the copy.
#   copy FOLDER
copy() {
  mkdir -p "$1"/{target,tools/target,docs}
  cp -rp pom.xml mvnw edgesocket .mvn program library users src Pulumi.yaml Pulumi.dev.yaml "$1"
  cp -rp tools/{pom.xml,src} "$1/tools"
  cp -rp tools/target/edgesocket-tools.jar "$1/tools/target"
  cp -rp docs/settings.schema.json "$1/docs"
  cp -rp target/{classes,function,maven-status,lib} target/{edgesocket.,start-}* "$1/target"
}
