package io.bandwatch.alerts.push.settings;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel leads. An address is written down, or is a secret itself where it holds a key.
 *
 * @param address address, or null
 * @param secretAddress where the address lies if it is a secret, or null
 * @param user user name, or null
 * @param secret where the signing key or the password lies, or null
 * @param authorities file of certificates (PEM) that are trusted instead of the machine's, or null
 * @param target what is addressed behind the address
 */
public record Endpoint(
        @Nullable String address,
        @Nullable SecretSource secretAddress,
        @Nullable String user,
        @Nullable SecretSource secret,
        @Nullable String authorities,
        Target target)
        implements Serializable {

    /**
     * What is addressed behind an address.
     *
     * @param from sender of mail, or null
     * @param to receivers of mail
     * @param topic topic of MQTT, or null
     */
    public record Target(@Nullable String from, List<String> to, @Nullable String topic) implements Serializable {
        public static final Target NONE = new Target(null, List.of(), null);

        public Target {
            to = List.copyOf(to);
        }
    }

    public Endpoint {
        if ((address == null) == (secretAddress == null)) {
            throw new IllegalArgumentException("give address, or address-env or address-file where it holds a key");
        }
    }

    /** One that needs nothing but an address and a secret. */
    public static Endpoint of(String address, @Nullable SecretSource secret) {
        return new Endpoint(address, null, null, secret, null, Target.NONE);
    }

    /** A robot: its address is a secret. */
    public static Endpoint robot(SecretSource address, @Nullable SecretSource secret) {
        return new Endpoint(null, address, null, secret, null, Target.NONE);
    }

    /**
     * The address itself.
     *
     * @throws IllegalArgumentException if there is none, or it begins with none of the schemes
     */
    public URI resolve(List<String> schemes, Map<String, String> environment) {
        if (secretAddress != null) {
            return checked(secretAddress.read(environment).reveal(), schemes, false);
        }
        return checked(String.valueOf(address), schemes, true);
    }

    static URI checked(String address, List<String> schemes, boolean mayBeTold) {
        String told = mayBeTold ? "'" + address + "'" : "the secret address";
        try {
            URI uri = new URI(address);
            if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            if (mayBeTold) {
                throw new IllegalArgumentException(told + " is no address: " + malformed.getReason(), malformed);
            }
        }
        throw new IllegalArgumentException(
                told + " is no address; it begins with " + String.join(":// or ", schemes) + ":// and names a host");
    }
}
