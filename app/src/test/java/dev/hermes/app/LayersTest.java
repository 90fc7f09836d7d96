package dev.hermes.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependentsWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which code may know which: the arrows of the architecture, checked on the classes of every module. */
class LayersTest {

    private static final String LOCAL = "dev.hermes.local..";
    private static final String WORKSPACE = "dev.hermes.workspace..";
    private static final String APP = "dev.hermes.app..";
    private static final String TESTKIT = "dev.hermes.testkit..";

    /** Whatever is not named after a module is core's. */
    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("dev.hermes..")
            .and(DescribedPredicate.not(resideInAnyPackage(LOCAL, WORKSPACE, APP, TESTKIT)))
            .as("in core");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hermes");

    @Test
    void arrowsBetweenModulesRunOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("core").definedBy(CORE)
                .layer("local").definedBy(LOCAL)
                .layer("workspace").definedBy(WORKSPACE)
                .layer("app").definedBy(APP)
                .layer("testkit").definedBy(TESTKIT)
                .whereLayer("core").mayNotAccessAnyLayer()
                .whereLayer("local").mayOnlyAccessLayers("core")
                .whereLayer("workspace").mayOnlyAccessLayers("core", "local")
                .whereLayer("app").mayOnlyAccessLayers("core", "local", "workspace")
                .whereLayer("testkit").mayOnlyAccessLayers("core")
                .check(CLASSES);
    }

    @Test
    void whatPluginsSeeStandsOnItsOwn() {
        classes().that()
                .resideInAnyPackage("dev.hermes.spi", "dev.hermes.model", "dev.hermes.column", "dev.hermes.decimal")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("dev.hermes.spi", "dev.hermes.model", "dev.hermes.column", "dev.hermes.decimal",
                        "java..", "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(new Concepts()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void coreKnowsNoFileSocketDatabaseOrScreen() {
        noClasses().that(CORE)
                .should().dependOnClassesThat(
                        resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..",
                                "javax.sql..", "javafx..")
                                .or(nameMatching("java\\.io\\.(File.*|RandomAccessFile)")))
                .check(CLASSES);
    }

    @Test
    void coreKnowsNoClock() {
        noClasses().that(CORE)
                .should()
                .dependOnClassesThat(nameMatching("java\\.(time\\.(Clock|InstantSource)|util\\.(Date|Calendar|Timer))"))
                .orShould().accessTargetWhere(describe("a clock is read", access -> readsClock(access.getTarget())))
                .check(CLASSES);
    }

    @Test
    void onlyTheWindowUsesJavaFx() {
        noClasses().that()
                .resideOutsideOfPackages("dev.hermes.app.background..", "dev.hermes.app.data..",
                        "dev.hermes.app.formula..", "dev.hermes.app.frame..", "dev.hermes.app.graph..",
                        "dev.hermes.app.indicators..",
                        "dev.hermes.app.language..", "dev.hermes.app.organisation..", "dev.hermes.app.window..")
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .check(CLASSES);
    }

    @Test
    void modelsOfScreensKnowNothingThatIsDrawn() {
        noClasses().that().resideInAPackage("dev.hermes.app..").and().haveSimpleNameEndingWith("Model")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoresSpeakSql() {
        noClasses().that().resideOutsideOfPackages(LOCAL, WORKSPACE)
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheWorkspaceOpensSqlite() {
        noClasses().that().resideOutsideOfPackage(WORKSPACE)
                .should().dependOnClassesThat().resideInAnyPackage("org.sqlite..", "org.jdbi..", "org.flywaydb..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLocalRunnerUsesDuckDb() {
        noClasses().that().resideOutsideOfPackage(LOCAL)
                .should().dependOnClassesThat().resideInAPackage("org.duckdb..")
                .check(CLASSES);
    }

    @Test
    void onlyFormulasUseGroovy() {
        noClasses().that().resideOutsideOfPackage("dev.hermes.formula..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..")
                .check(CLASSES);
    }

    @Test
    void whatIsInternalIsUsedByItsConceptOnly() {
        classes().that().resideInAPackage("dev.hermes..internal..")
                .should(onlyHaveDependentsWhere(describe("the user belongs to the concept", LayersTest::withinConcept)))
                .check(CLASSES);
    }

    @Test
    void whatTheKernelHoldsIsBuiltUpInLayers() {
        String internal = "dev.hermes.kernel.internal.";
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("evaluation").definedBy(internal + "evaluation")
                .layer("indicators").definedBy(internal + "indicators")
                .layer("explanation").definedBy(internal + "explanation")
                .whereLayer("evaluation").mayNotAccessAnyLayer()
                .whereLayer("indicators").mayOnlyAccessLayers("evaluation")
                .whereLayer("explanation").mayOnlyAccessLayers("evaluation", "indicators")
                .check(CLASSES);
    }

    private static boolean withinConcept(Dependency dependency) {
        String internal = dependency.getTargetClass().getPackageName();
        String concept = internal.substring(0, internal.indexOf(".internal"));
        String user = dependency.getOriginClass().getPackageName();
        return user.equals(concept) || user.startsWith(concept + ".");
    }

    private static boolean readsClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            default -> false;
        };
    }

    /** A concept of core is one slice with what lies below it; in the other modules every package is one. */
    private static final class Concepts implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            int parts = CORE.test(type) ? 3 : 4;
            return SliceIdentifier.of(Arrays.stream(type.getPackageName().split("\\.", -1))
                    .limit(parts)
                    .collect(Collectors.joining(".")));
        }

        @Override
        public String getDescription() {
            return "concepts";
        }
    }
}
