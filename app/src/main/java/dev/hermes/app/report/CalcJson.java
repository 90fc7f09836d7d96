package dev.hermes.app.report;

import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.model.Finding;
import dev.hermes.model.Scheme;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A run as JSON, payee by payee. Numbers are texts, so that no reader takes them for binary ones. */
public final class CalcJson {

    private static final JsonMapper JSON = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private CalcJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a run, which ends with a line end; the writer stays open. */
    public static void write(CalcResult result, Writer writer) {
        try (JsonGenerator json = JSON.writerWithDefaultPrettyPrinter().createGenerator(writer)) {
            new CalcJson(json).run(result);
            json.writeRaw('\n');
        }
    }

    private void run(CalcResult result) {
        json.writeStartObject();
        json.writeStringProperty("period", result.plan().period().code());
        json.writeStringProperty("from", result.plan().period().start().toString());
        json.writeStringProperty("to", result.plan().period().end().toString());
        LocalDate asOf = result.plan().asOf();
        if (asOf != null) {
            json.writeStringProperty("asOf", asOf.toString());
        }
        json.writeStringProperty("fingerprint", result.plan().fingerprint());
        json.writeStringProperty("facts", result.factsVersion());
        json.writeName("schemes");
        json.writeStartArray();
        result.schemes().forEach(this::scheme);
        json.writeEndArray();
        json.writeName("credits");
        json.writeStartArray();
        result.credits().forEach(this::credit);
        json.writeEndArray();
        json.writeName("warnings");
        json.writeStartArray();
        result.warnings().stream().map(Finding::text).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void scheme(SchemeResult result) {
        Scheme scheme = result.scheme().document();
        Totals totals = Totals.of(result);
        json.writeStartObject();
        json.writeStringProperty("scheme", scheme.code());
        json.writeStringProperty("name", scheme.name());
        json.writeStringProperty("currency", scheme.currency());
        json.writeStringProperty("cost", totals.cost().setScale(scheme.minorUnit()).toPlainString());
        json.writeNumberProperty("paid", totals.paid());
        json.writeNumberProperty("failed", totals.failed());
        json.writeNumberProperty("notApplicable", totals.notApplicable());
        json.writeName("payees");
        json.writeStartArray();
        Statements.of(result).forEach(statement -> payee(scheme, statement));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void payee(Scheme scheme, Statement statement) {
        json.writeStartObject();
        json.writeStringProperty("payee", statement.payee());
        json.writeStringProperty("person", statement.person());
        json.writeStringProperty("name", statement.name());
        if (!statement.organisation().isEmpty()) {
            json.writeStringProperty("organisation", statement.organisation());
        }
        json.writeStringProperty("status", statement.failure() == null ? "paid" : "failed");
        number("payout", statement.payout(), scheme.minorUnit());
        json.writeName("parameters");
        json.writeStartArray();
        statement.parts().forEach(part -> parameter(part, scheme.minorUnit()));
        json.writeEndArray();
        json.writeName("lines");
        json.writeStartArray();
        statement.lines().forEach(line -> line(line, scheme.minorUnit()));
        json.writeEndArray();
        if (!statement.balances().isEmpty()) {
            json.writeName("balances");
            json.writeStartObject();
            statement.balances().forEach((code, value) -> json.writeStringProperty(code,
                    CsvText.number(value, scheme.minorUnit())));
            json.writeEndObject();
        }
        Failure failure = statement.failure();
        if (failure != null) {
            failure(failure);
        }
        json.writeEndObject();
    }

    private void parameter(Statement.Part part, int scale) {
        json.writeStartObject();
        json.writeStringProperty("parameter", part.code());
        number("amount", part.amount(), scale);
        if (!part.reason().isEmpty()) {
            json.writeStringProperty("reason", part.reason());
        }
        number("capped", part.cut(), scale);
        json.writeEndObject();
    }

    private void line(PayLine line, int scale) {
        json.writeStartObject();
        json.writeStringProperty("kind", LinesTable.word(line.kind()));
        json.writeStringProperty("label", line.label());
        json.writeStringProperty("amount", CsvText.number(line.amount(), scale));
        if (!line.reason().isEmpty()) {
            json.writeStringProperty("reason", line.reason());
        }
        json.writeEndObject();
    }

    private void failure(Failure failure) {
        json.writeName("failure");
        json.writeStartObject();
        json.writeStringProperty("code", failure.code().name());
        json.writeStringProperty("message", failure.message().text());
        json.writeName("path");
        json.writeStartArray();
        failure.path().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void credit(CalcResult.Credit credit) {
        json.writeStartObject();
        json.writeStringProperty("dataset", credit.dataset());
        json.writeStringProperty("column", credit.column());
        json.writeNumberProperty("credited", credit.credited());
        json.writeNumberProperty("uncredited", credit.uncredited());
        json.writeNumberProperty("ambiguous", credit.ambiguous());
        json.writeName("examples");
        json.writeStartObject();
        for (Map.Entry<String, Long> example : credit.examples().entrySet()) {
            json.writeNumberProperty(example.getKey(), example.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void number(String name, Optional<Decimal> number, int scale) {
        number.ifPresent(present -> json.writeStringProperty(name, CsvText.number(present, scale)));
    }
}
