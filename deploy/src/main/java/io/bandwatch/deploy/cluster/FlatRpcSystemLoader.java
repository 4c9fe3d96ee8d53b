package io.bandwatch.deploy.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;

/**
 * Takes Flink's RPC system from the class path, where the launcher puts its jar.
 *
 * <p>Flink's own loader copies that jar out of another one and loads it privately at every start, out of reach of a
 * class-data archive. Where the jar is not on the class path, as in tests, Flink goes on to its own loader.
 */
public final class FlatRpcSystemLoader implements RpcSystemLoader {
    private static final String RPC_SYSTEM = "org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem";
    // Flink asks in ascending order; its own loader has 0
    private static final int BEFORE_FLINKS_OWN = -1;

    @Override
    public int getLoadPriority() {
        return BEFORE_FLINKS_OWN;
    }

    @Override
    public RpcSystem loadRpcSystem(Configuration configuration) {
        try {
            return Class.forName(RPC_SYSTEM)
                    .asSubclass(RpcSystem.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new RpcLoaderException(RPC_SYSTEM + " is not on the class path", absent);
        }
    }
}
