package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.jspecify.annotations.Nullable;

/** A workbook that is open: its sheets, shared texts and formats. Lies in a file of its own until closed. Of one thread. */
final class Workbook implements AutoCloseable {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_SHEETS = 10_000;

    private final Path copy;
    private final OPCPackage parts;
    private final PackagePart main;
    private final List<Sheet> sheets = new ArrayList<>();
    private final SharedStrings strings;
    private final CellFormats formats;
    private boolean since1904;

    /**
     * A sheet as the workbook lists it.
     *
     * @param relation
     *            leads to its part
     */
    private record Sheet(String name, String relation, boolean hidden) {}

    private Workbook(Path copy, OPCPackage parts) throws OpenXML4JException, UnreadableTableException, IOException {
        this.copy = copy;
        this.parts = parts;
        main = main(parts);
        try (Xml xml = xml(main)) {
            readSheets(xml);
        }
        PackagePart shared = ofType("/sharedStrings");
        PackagePart styles = ofType("/styles");
        try (Xml xml = shared == null ? null : xml(shared)) {
            strings = xml == null ? SharedStrings.NONE : SharedStrings.read(xml);
        }
        try (Xml xml = styles == null ? null : xml(styles)) {
            formats = xml == null ? CellFormats.NONE : CellFormats.read(xml);
        }
    }

    /** Copies a file to where it can be read in any order, and opens it. */
    static Workbook open(TableSource source) throws UnreadableTableException, IOException {
        if (source.size() > MOST_BYTES) {
            throw new UnreadableTableException(1, Message.of("The file has more than {0} MiB. Maybe save the sheet "
                    + "as \"CSV UTF-8\" and import that.", (MOST_BYTES >> 20)));
        }
        Path copy = Files.createTempFile("hermes-excel-", ".xlsx");
        try {
            try (InputStream bytes = source.open()) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            refuseOthers(copy);
            ZipCheck.check(copy);
            return open(copy);
        } catch (UnreadableTableException | IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static Workbook open(Path copy) throws UnreadableTableException, IOException {
        OPCPackage parts = null;
        try {
            parts = OPCPackage.open(copy.toFile(), PackageAccess.READ);
            Workbook workbook = new Workbook(copy, parts);
            parts = null;
            return workbook;
        } catch (OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException | IllegalStateException e) {
            // This is how POI says that a package is broken.
            throw ZipCheck.broken(e);
        } finally {
            if (parts != null) {
                parts.revert();
            }
        }
    }

    private static void refuseOthers(Path file) throws UnreadableTableException, IOException {
        switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> {
                // What Excel has written since 2007, or another archive: its parts tell.
            }
            case OLE2 -> throw new UnreadableTableException(1, Message.of("The file is protected by a password, or "
                    + "of the format .xls of old versions. Maybe save it in Excel as .xlsx without a password."));
            default -> throw new UnreadableTableException(1, Message.of("The file is no Excel workbook (.xlsx), "
                    + "whatever its name says. Maybe it is CSV: then remove format from the mapping."));
        }
    }

    private static PackagePart main(OPCPackage parts) throws OpenXML4JException, UnreadableTableException {
        for (PackageRelationship relation : parts.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/officeDocument")
                    && relation.getTargetMode() == TargetMode.INTERNAL) {
                PackagePart part = parts.getPart(relation);
                String type = part == null ? "" : part.getContentType().toLowerCase(Locale.ROOT);
                if (part != null && type.endsWith("main+xml")
                        && (type.contains("spreadsheetml") || type.contains("ms-excel"))) {
                    return part;
                }
                throw new UnreadableTableException(1, Message.of("The file is no workbook that Excel writes as "
                        + ".xlsx. Maybe save it in Excel as .xlsx; .xlsb is not read."));
            }
        }
        throw new UnreadableTableException(1, Message.of("The file is an archive without a workbook. Maybe it is "
                + "of another program: save it there as .xlsx."));
    }

    private void readSheets(Xml xml) throws UnreadableTableException {
        while (xml.nextElement()) {
            if (xml.name().equals("workbookPr")) {
                String date1904 = xml.attribute("date1904");
                since1904 = "1".equals(date1904) || "true".equals(date1904);
            } else if (xml.name().equals("sheet")) {
                String name = xml.attribute("name");
                String relation = xml.attribute("id");
                String state = xml.attribute("state");
                if (name == null || relation == null || sheets.size() == MOST_SHEETS) {
                    throw new UnreadableTableException(1, Message.of("The list of the workbook's sheets is broken. "
                            + "Maybe open the file in Excel and save it."));
                }
                sheets.add(new Sheet(name, relation, state != null && !state.equals("visible")));
            }
        }
    }

    /** The part of a type that belongs to the workbook; null where there is none. */
    private @Nullable PackagePart ofType(String type) throws OpenXML4JException, UnreadableTableException {
        for (PackageRelationship relation : main.getRelationships()) {
            if (relation.getRelationshipType().endsWith(type)) {
                return part(relation);
            }
        }
        return null;
    }

    private PackagePart part(PackageRelationship relation) throws OpenXML4JException, UnreadableTableException {
        PackagePart part = relation.getTargetMode() == TargetMode.INTERNAL ? main.getRelatedPart(relation) : null;
        if (part == null) {
            throw new UnreadableTableException(1, Message.of("A part of the workbook lies outside of the file, at "
                    + "{0}, where it is not looked for. Maybe save the workbook as a whole.", relation.getTargetURI()));
        }
        return part;
    }

    private static Xml xml(PackagePart part) throws UnreadableTableException, IOException {
        try {
            return new Xml(part.getPartName().getName(), part.getInputStream());
        } catch (ZipException e) {
            // Such as a part that says of itself that it is encrypted.
            throw ZipCheck.broken(e);
        }
    }

    /**
     * Opens a sheet.
     *
     * @param name
     *            null: the first visible one
     */
    SheetReader sheet(@Nullable String name) throws AdapterOptionException, UnreadableTableException, IOException {
        Sheet sheet = sheets.stream().filter(each -> name == null ? !each.hidden : each.name.equals(name)).findFirst()
                .orElseThrow(() -> new AdapterOptionException(ExcelAdapter.SHEET, name == null ? Message.of(
                        "The workbook has no visible sheet. Maybe name one of {0}.", names())
                        : Message.of("The workbook has no sheet '{0}'. Maybe one of {1}.", name, names())));
        try {
            PackageRelationship relation = main.getRelationship(sheet.relation);
            if (relation == null || !relation.getRelationshipType().endsWith("/worksheet")) {
                throw new UnreadableTableException(1, Message.of("The sheet '{0}' has no cells; it is a chart or a "
                        + "dialog. Maybe name another in the option sheet.", sheet.name));
            }
            return new SheetReader(xml(part(relation)), strings, formats);
        } catch (OpenXML4JException | IllegalArgumentException e) {
            throw ZipCheck.broken(e);
        }
    }

    private String names() {
        return sheets.stream().limit(20).map(sheet -> "'" + sheet.name + "'").collect(Collectors.joining(", "));
    }

    Days days() {
        return new Days(since1904);
    }

    @Override
    public void close() throws IOException {
        parts.revert();
        Files.deleteIfExists(copy);
    }
}
