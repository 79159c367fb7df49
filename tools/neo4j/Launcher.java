import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server with Bolt on a loopback port, for as long as standard input stays open.
 *
 * <p>Arguments: home folder, settings file, Bolt port (0: any free one), page cache size. The first line of standard input is the password.
 * Standard output gets one line: {@code ready PORT}, or {@code locked} when another process serves this folder.
 */
public final class Launcher {
    private static final int LOCKED = 3;

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Files.createDirectories(home);
        // The system drops this lock when the process ends, however it ends; it is taken before Neo4j is loaded, so that a
        // second launcher gives way at once.
        FileChannel channel =
                FileChannel.open(home.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            System.out.println("locked");
            System.exit(LOCKED);
        }
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = input.readLine();
        if (password == null) {
            return;
        }
        try {
            serve(home, Path.of(arguments[1]), Integer.parseInt(arguments[2]), arguments[3], password, input);
            System.exit(0);
        } catch (Throwable failure) {
            // Threads of a half-started Neo4j would keep the process alive.
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void serve(
            Path home, Path settings, int port, String pageCache, String password, BufferedReader input)
            throws IOException {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(settings)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.parse(pageCache))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        setPassword(service, password);
        System.out.println("ready " + boltPort(service));
        System.out.flush();
        while (input.readLine() != null) {
            // The parent says nothing more; the end of its life is the end of this stream.
        }
    }

    private static void setPassword(DatabaseManagementService service, String password) {
        service.database("system")
                .executeTransactionally(
                        "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", password));
    }

    private static int boltPort(DatabaseManagementService service) {
        return ((GraphDatabaseAPI) service.database("neo4j"))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }
}
