package dev.hermes.document;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The JSON Schema that editors are given. */
final class Schemas {

    private Schemas() {}

    static Schema documents() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Texts.read("hermes.schema.json"), InputFormat.JSON);
    }
}
