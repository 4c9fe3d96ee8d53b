package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Reason.Weight;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.signal.ts.TsService;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says whether the register explains a service. Never changes. */
public final class ServiceJudge implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServiceRegister register;
    private final @Nullable String site;
    private final SiteProfile profile;

    /**
     * @param register the register, or null where none was given
     * @param site name of the site, or null where it is not known: rows of every site count then
     * @param profile what the register means here
     */
    public ServiceJudge(@Nullable ServiceRegister register, @Nullable String site, SiteProfile profile) {
        this.register = register;
        this.site = site;
        this.profile = profile;
    }

    /** Version of the register, empty without one. */
    public String registerVersion() {
        return register == null ? "" : register.version();
    }

    /** Whether a service that is not there is a fault. */
    boolean demandsServices() {
        return profile == SiteProfile.BROADCAST;
    }

    /** What the register says, nothing without one. */
    public List<ServiceEntry> entries() {
        return register == null ? List.of() : register.entries();
    }

    /** Services that the register wants in a stream, by number: rows that name both. */
    Map<Integer, ServiceEntry> expected(int originalNetworkId, int transportStreamId) {
        Map<Integer, ServiceEntry> expected = new TreeMap<>();
        if (demandsServices() && transportStreamId != TsService.UNKNOWN) {
            for (ServiceEntry entry : entriesHere()) {
                boolean ofStream = entry.transportStreamId() != null && entry.ofStream(transportStreamId);
                if (entry.serviceId() != null && ofStream && entry.ofNetwork(originalNetworkId)) {
                    expected.putIfAbsent(entry.serviceId(), entry);
                }
            }
        }
        return expected;
    }

    /** What explains a service. */
    public ServiceJudgement judge(TsService service) {
        if (register == null) {
            return verdict(Verdict.UNDETERMINED, List.of(Reason.of(ReasonCode.NO_REGISTER, Weight.DECISIVE)));
        }
        Optional<ServiceEntry> own = first(entry -> entry.explains(service));
        if (own.isPresent()) {
            return licensed(own.get(), List.of());
        }
        Optional<ServiceEntry> numbered = first(entry -> entry.serviceId() != null && entry.hasIds(service));
        if (numbered.isPresent() && (profile == SiteProfile.BROADCAST || service.name() == null)) {
            return licensed(
                    numbered.get(),
                    service.name() == null ? List.of() : List.of(nameDiffers(service, numbered.get(), Weight.STRONG)));
        }
        Optional<ServiceEntry> elsewhere = first(entry -> entry.serviceId() != null
                && entry.ofService(service)
                && entry.ofNetwork(service.originalNetworkId())
                && entry.hasName(service));
        if (elsewhere.isPresent() && profile == SiteProfile.BROADCAST) {
            return licensed(elsewhere.get(), List.of(streamDiffers(service, elsewhere.get())));
        }
        return unexplained(service, numbered);
    }

    private ServiceJudgement unexplained(TsService service, Optional<ServiceEntry> numbered) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(notListed(service));
        numbered.ifPresent(entry -> reasons.add(nameDiffers(service, entry, Weight.STRONG)));
        entriesElsewhere().filter(entry -> entry.explains(service)).findFirst().ifPresent(entry -> {
            String there = entry.site() == null ? "" : entry.site();
            reasons.add(reason(
                    ReasonCode.SERVICE_OF_OTHER_SITE, Weight.STRONG, line(entry), there, site == null ? "" : site));
        });
        first(entry -> entry.serviceId() != null && !entry.ofService(service) && entry.hasName(service))
                .ifPresent(entry -> reasons.add(reason(
                        ReasonCode.SERVICE_ID_DIFFERS,
                        Weight.MEDIUM,
                        line(entry),
                        named(service),
                        String.valueOf(entry.serviceId()),
                        id(service))));
        boolean mayBeListed =
                service.name() == null && first(entry -> entry.hasIds(service)).isPresent();
        if (mayBeListed) {
            reasons.add(reason(ReasonCode.SERVICE_UNNAMED, Weight.MEDIUM, id(service)));
        }
        return mayBeListed && profile == SiteProfile.BROADCAST
                ? verdict(Verdict.UNDETERMINED, List.of(reasons.get(reasons.size() - 1)))
                : verdict(Verdict.UNLICENSED, reasons);
    }

    private Reason notListed(TsService service) {
        return profile == SiteProfile.HEAD_END
                ? reason(
                        ReasonCode.SERVICE_NOT_PERMITTED,
                        Weight.DECISIVE,
                        id(service),
                        named(service),
                        site == null ? "?" : site)
                : reason(ReasonCode.NO_SERVICE_ENTRY, Weight.DECISIVE, id(service), named(service));
    }

    private static Reason nameDiffers(TsService service, ServiceEntry entry, Weight weight) {
        return reason(
                ReasonCode.SERVICE_NAME_DIFFERS, weight, named(service), String.valueOf(entry.name()), line(entry));
    }

    private static Reason streamDiffers(TsService service, ServiceEntry entry) {
        return reason(
                ReasonCode.SERVICE_STREAM_DIFFERS,
                Weight.STRONG,
                Integer.toString(service.transportStreamId()),
                String.valueOf(entry.transportStreamId()),
                line(entry));
    }

    private static ServiceJudgement licensed(ServiceEntry entry, List<Reason> deviations) {
        List<Reason> reasons = new ArrayList<>();
        String name = entry.name() == null ? "-" : entry.name();
        reasons.add(reason(ReasonCode.SERVICE_ENTRY, Weight.DECISIVE, line(entry), name));
        reasons.addAll(deviations);
        return new ServiceJudgement(Verdict.LICENSED, entry, List.copyOf(reasons), deviations);
    }

    private static ServiceJudgement verdict(Verdict verdict, List<Reason> reasons) {
        return new ServiceJudgement(verdict, null, List.copyOf(reasons), List.of());
    }

    private Optional<ServiceEntry> first(Predicate<ServiceEntry> wanted) {
        return entriesHere().stream().filter(wanted).findFirst();
    }

    private List<ServiceEntry> entriesHere() {
        return register == null
                ? List.of()
                : register.entries().stream()
                        .filter(entry -> entry.countsAt(site))
                        .toList();
    }

    private Stream<ServiceEntry> entriesElsewhere() {
        return register == null ? Stream.empty() : register.entries().stream().filter(entry -> !entry.countsAt(site));
    }

    private static Reason reason(ReasonCode code, Weight weight, String... arguments) {
        return Reason.of(code, weight, arguments);
    }

    private static String line(ServiceEntry entry) {
        return Long.toString(entry.line());
    }

    private static String id(TsService service) {
        return Integer.toString(service.serviceId());
    }

    private static String named(TsService service) {
        return service.name() == null ? "-" : service.name();
    }
}
