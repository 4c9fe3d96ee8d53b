package io.bandwatch.deploy.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;

/**
 * Takes Flink's RPC system from the class path, where the launcher puts its jar. Flink's own loader copies that jar to a
 * temporary folder and loads it privately at every start, out of reach of a class-data archive. Where the jar is not on
 * the class path (in tests), this loader fails and Flink asks the next one.
 */
public final class FlatRpcSystemLoader implements RpcSystemLoader {
    private static final String RPC_SYSTEM = "org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem";

    @Override
    public RpcSystem loadRpcSystem(Configuration configuration) {
        try {
            return Class.forName(RPC_SYSTEM)
                    .asSubclass(RpcSystem.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new RpcLoaderException(RPC_SYSTEM + " is not on the class path", absent);
        }
    }

    /** Before Flink's own. */
    @Override
    public int getLoadPriority() {
        return -1;
    }
}
