package io.edgesocket.cli.local;

import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.local.cloudfront.EdgeOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What takes the place of that which is at AWS, or elsewhere, and not on this machine: a folder or an address for each. */
final class SubstituteOptions {
    @Option(
            names = "--vpc-link",
            paramLabel = "NAME=ADDRESS",
            description =
                    "What stands for that which a VPC link leads to, such as backend=http://127.0.0.1:3000. The name is the "
                            + "link's in the program, or its id. May be given several times.")
    private Map<String, String> vpcLinks = Map.of();

    @Option(
            names = "--site",
            paramLabel = "BUCKET=FOLDER",
            description =
                    "Serve the files of this folder as those of a bucket that a distribution reads, by the bucket's name "
                            + "or its resource's. Default: the objects that the stack puts there. May be given several "
                            + "times.")
    private Map<String, String> sites = Map.of();

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN=URL",
            description =
                    "Call this address in the place of an origin, by its domain name or the path that it is for, such as "
                            + "/api=http://127.0.0.1:3000. May be given several times.")
    private Map<String, String> origins = Map.of();

    @Option(
            names = "--service",
            paramLabel = "SERVICE=ADDRESS",
            description =
                    "What gets the requests of routes to a service of AWS, such as sqs=http://127.0.0.1:4566: sqs, sns, events, "
                            + "dynamodb, states or another. Functions find what is given for dynamodb too. Default: a stack's "
                            + "tables are in memory; requests to others are told and taken for done. May be given several "
                            + "times.")
    private Map<String, String> services = Map.of();

    EdgeOptions edge() {
        var folders = new HashMap<String, Path>();
        sites.forEach((bucket, folder) -> folders.put(bucket, folder(bucket, folder)));
        return new EdgeOptions(StackOption.FOLDER, folders, AddressOption.of("--origin", origins, 3000));
    }

    private static Path folder(String bucket, String given) {
        var folder = UserFolder.resolve(given);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--site " + bucket + "=" + given
                    + ": there is no such folder; build the site, or name the folder that has its files");
        }
        return folder;
    }

    Map<String, URI> vpcLinks() {
        return AddressOption.of("--vpc-link", vpcLinks, 3000);
    }

    Map<String, URI> services() {
        return AddressOption.of("--service", services, 4566);
    }
}
