package io.bandwatch.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house rules that a compiler cannot see. */
@AnalyzeClasses(packages = "io.bandwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyFlinkPackagesKnowFlink = noClasses()
            .that()
            .resideOutsideOfPackages("..flink..", "io.bandwatch.deploy..", "io.bandwatch.alerts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("the logic must be testable without a cluster");

    @ArchTest
    static final ArchRule incidentsKnowNoFlink = noClasses()
            .that()
            .resideInAPackage("io.bandwatch.alerts")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.influxdb..", "com.fasterxml..")
            .because("an incident is a value; stores and reports are around it");

    @ArchTest
    static final ArchRule onlyFftKnowsJTransforms = noClasses()
            .that()
            .resideOutsideOfPackage("io.bandwatch.dsp.fft")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jtransforms..", "pl.edu.icm..")
            .because("its thread pool is tamed in one place, and it will be replaced in one place");

    @ArchTest
    static final ArchRule onlyTheConsoleKnowsItsServer = noClasses()
            .that()
            .resideOutsideOfPackage("io.bandwatch.alerts.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
            .because("what listens is guarded in one place");

    @ArchTest
    static final ArchRule detectorsSeeTheVocabularyOnly = noClasses()
            .that()
            .resideInAPackage("io.bandwatch.detectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.bandwatch.dsp..", "io.bandwatch.ingest..", "io.bandwatch.alerts..")
            .because("a detector judges observations, wherever they come from");

    @ArchTest
    static final ArchRule vocabularyIsPureJava = noClasses()
            .that()
            .resideInAPackage("io.bandwatch.signal..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "io.bandwatch.signal..", "org.jspecify..")
            .because("everybody imports it");

    @ArchTest
    static final ArchRule noClockInTheMiddle = noClasses()
            .that()
            .resideInAnyPackage("io.bandwatch.signal..", "io.bandwatch.dsp..", "io.bandwatch.detectors..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callConstructor(java.util.Random.class)
            .because("time is an argument and randomness has a seed");

    @ArchTest
    static final ArchRule noLoggerInTheMiddle = noClasses()
            .that()
            .resideInAnyPackage("io.bandwatch.signal..", "io.bandwatch.dsp..", "io.bandwatch.detectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "org.apache.logging..", "java.util.logging..")
            .because("what matters is in the observation");

    @ArchTest
    static final ArchRule nobodyImportsDeploy = noClasses()
            .that()
            .resideOutsideOfPackage("io.bandwatch.deploy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bandwatch.deploy..")
            .because("the composition root is the end of every arrow");

    @ArchTest
    static final ArchRule onlyCommandsUseSamples = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.bandwatch.deploy.cli..",
                    "io.bandwatch.deploy.bench..",
                    // which takes the reader of YAML from there, and nothing else
                    "io.bandwatch.deploy.config..",
                    "io.bandwatch.samples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bandwatch.samples..")
            .because("the service never depends on the generator of its tests");

    @ArchTest
    static final ArchRule theConfigurationSharesTheReaderOfYaml = noClasses()
            .that()
            .resideInAPackage("io.bandwatch.deploy.config..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.bandwatch.samples..")
                    .and(not(resideInAPackage("io.bandwatch.samples.yaml.."))))
            .because("of samples it needs the reader of files and nothing else");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.bandwatch.(**)").should().beFreeOfCycles().because("arrows point one way");

    @ArchTest
    static final ArchRule noPublicMutableFields = noFields()
            .that()
            .arePublic()
            .and()
            .areNotFinal()
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("io.bandwatch..")
            .allowEmptyShould(true)
            .because("state has one owner");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name that fits everything says nothing");

    @ArchTest
    static final ArchRule recordsAtTheEdgesArePublic = classes()
            .that()
            .areRecords()
            .and()
            .resideInAPackage("io.bandwatch.signal..")
            .should()
            .bePublic()
            .because("Flink rebuilds them through their constructor");
}
