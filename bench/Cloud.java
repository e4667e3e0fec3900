import io.edgesocket.deploy.cloud.StandInAws;

/** The tests' stand-in for AWS: prints its port, and runs until it is ended. */
final class Cloud {
    public static void main(String[] args) throws InterruptedException {
        System.out.println(StandInAws.start().port());
        Thread.currentThread().join();
    }
}
