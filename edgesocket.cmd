@rem Pulumi on Windows calls this in the place of Maven, as Pulumi.yaml says. The commands need bash: ./edgesocket
@"%~dp0mvnw.cmd" %*
