package io.bandwatch.detectors.ts.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.TsService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceJudgeTest {
    private static ServiceJudgement judge(String rows, @Nullable String site, SiteProfile profile, TsService service) {
        return new ServiceJudge(ServiceRegisterTest.valid(rows), site, profile).judge(service);
    }

    private static ServiceJudgement judge(String rows, TsService service) {
        return judge(rows, null, SiteProfile.BROADCAST, service);
    }

    @Test
    void withoutARegisterNothingIsLicensedOrUnlicensed() {
        ServiceJudgement judgement =
                new ServiceJudge(null, null, SiteProfile.BROADCAST).judge(Offered.service(1, "One"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(judgement.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NO_REGISTER);
    }

    @Test
    void aRowExplainsWhatItNamesAndLeavesTheRestOpen() {
        assertThat(judge(",,,One,,\n", Offered.service(1, "One")).verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(judge("0x2001,,,,,\n", Offered.service(1, "One")).verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(judge("0x2002,,,,,\n", Offered.service(1, "One")).verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(judge(",769,1,One,,\n", Offered.service(1, "One")).deviations())
                .isEmpty();
    }

    @Test
    void namesAreTheSameInAnyWidthAndCase() {
        assertThat(judge(",,,CCTV-1 高清,,\n", Offered.service(1, "ＣＣＴＶ-１　高清")).verdict())
                .isEqualTo(Verdict.LICENSED);
        assertThat(judge(",,,cctv-1,,\n", Offered.service(1, "CCTV-1 ")).verdict())
                .isEqualTo(Verdict.LICENSED);
    }

    @Test
    void anotherNameUnderALicensedNumberIsTold() {
        ServiceJudgement judgement = judge(",769,1,One,,\n", Offered.service(1, "Stranger"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(judgement.deviations()).extracting(Reason::code).containsExactly(ReasonCode.SERVICE_NAME_DIFFERS);
    }

    @Test
    void aLicensedServiceInAnotherStreamHasMoved() {
        ServiceJudgement judgement = judge(",769,1,One,,\n", Offered.service(770, 1, "One", false, Codec.H264));
        assertThat(judgement.verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(judgement.deviations()).extracting(Reason::code).containsExactly(ReasonCode.SERVICE_STREAM_DIFFERS);
    }

    @Test
    void aLicensedNameUnderAnotherNumberIsNotLicensedWhereTheNameAloneWouldDo() {
        ServiceJudgement judgement = judge(",769,1,One,,\n", Offered.service(66, "One"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(judgement.reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.NO_SERVICE_ENTRY, ReasonCode.SERVICE_ID_DIFFERS);
    }

    @Test
    void aServiceThatHasToldNoNameYetMayBeOneThatIsListedByName() {
        assertThat(judge(",,,One,,\n", Offered.service(1, null)).verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(judge(",769,1,One,,\n", Offered.service(1, null)).verdict()).isEqualTo(Verdict.LICENSED);
        assertThat(judge(",769,2,Two,,\n", Offered.service(1, null)).verdict()).isEqualTo(Verdict.UNLICENSED);
    }

    @Test
    void aPermitListSaysWhichServiceIsNotOnItAndWhereItWouldBeAllowed() {
        String rows = ",,,One,,Grand Hotel\n,,,Two,,City\n";
        assertThat(judge(rows, "Grand Hotel", SiteProfile.HEAD_END, Offered.service(1, "One"))
                        .verdict())
                .isEqualTo(Verdict.LICENSED);
        ServiceJudgement two = judge(rows, "Grand Hotel", SiteProfile.HEAD_END, Offered.service(2, "Two"));
        assertThat(two.verdict()).isEqualTo(Verdict.UNLICENSED);
        assertThat(two.reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.SERVICE_NOT_PERMITTED, ReasonCode.SERVICE_OF_OTHER_SITE);
        assertThat(two.reasons().get(0).arguments()).containsExactly("2", "Two", "Grand Hotel");
    }

    @Test
    void atAHeadEndANumberLicensesNothingWhoseNameIsAnother() {
        String rows = ",,1,One,,\n";
        TsService stranger = Offered.service(1, "Stranger");
        assertThat(judge(rows, "Grand Hotel", SiteProfile.HEAD_END, stranger).verdict())
                .isEqualTo(Verdict.UNLICENSED);
        // what a broadcaster's register says of the same
        assertThat(judge(rows, "Grand Hotel", SiteProfile.BROADCAST, stranger).verdict())
                .isEqualTo(Verdict.LICENSED);
    }
}
