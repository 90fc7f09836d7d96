package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOptionException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.IntervalQualifier;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.OrderByClause;
import net.sf.jsqlparser.expression.PartitionByClause;
import net.sf.jsqlparser.expression.RowConstructor;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.WindowElement;
import net.sf.jsqlparser.expression.WindowOffset;
import net.sf.jsqlparser.expression.WindowRange;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.IntegerDivision;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.conditional.XorExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NamedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.ExceptOp;
import net.sf.jsqlparser.statement.select.Fetch;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.IntersectOp;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.Offset;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.UnionOp;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * What a statement may consist of. Every object that the parser has made is looked at, in whichever field it hangs: by
 * its exact class it is on a list or it is refused, and so what the parser learns to read tomorrow is refused too.
 */
final class PermittedSql {

    private static final String PARSER = "net.sf.jsqlparser.";

    private static final Set<Class<?>> STATEMENTS = Set.of(PlainSelect.class, SetOperationList.class,
            ParenthesedSelect.class);

    private static final Set<Class<?>> QUERIES = Set.of(PlainSelect.class, SetOperationList.class,
            ParenthesedSelect.class, LateralSubSelect.class, Values.class, WithItem.class, UnionOp.class,
            ExceptOp.class, IntersectOp.class, SetOperationList.SetOperationType.class, SelectItem.class,
            AllColumns.class, AllTableColumns.class, Alias.class, Alias.AliasColumn.class, Distinct.class, Table.class,
            TableFunction.class, ParenthesedFromItem.class, Join.class, GroupByElement.class, OrderByElement.class,
            OrderByElement.NullOrdering.class, Limit.class, Offset.class, Fetch.class);

    private static final Set<Class<?>> EXPRESSIONS = Set.of(Column.class, DateUnitExpression.class,
            DateUnitExpression.DateUnit.class, LongValue.class, DoubleValue.class,
            StringValue.class, NullValue.class, BooleanValue.class, AllValue.class, DateTimeLiteralExpression.class,
            DateTimeLiteralExpression.DateTime.class, IntervalExpression.class, TimeKeyExpression.class,
            TimezoneExpression.class, CastExpression.class, ColDataType.class, CollateExpression.class,
            CaseExpression.class, WhenClause.class, SignedExpression.class, NotExpression.class, RowConstructor.class,
            ExpressionList.class, NamedExpressionList.class, ParenthesedExpressionList.class, Addition.class,
            Subtraction.class, Multiplication.class, Division.class, IntegerDivision.class, Modulo.class, Concat.class,
            AndExpression.class, OrExpression.class, XorExpression.class, EqualsTo.class, NotEqualsTo.class,
            GreaterThan.class, GreaterThanEquals.class, MinorThan.class, MinorThanEquals.class, Between.class,
            InExpression.class, ExistsExpression.class, AnyComparisonExpression.class, AnyType.class,
            LikeExpression.class, LikeExpression.KeyWord.class, IsNullExpression.class, IsBooleanExpression.class,
            IsDistinctExpression.class);

    private static final Set<Class<?>> CALLS = Set.of(Function.class, Function.NullHandling.class,
            Function.KeywordArgument.class, TableFunction.class, IntervalQualifier.class,
            ExtractExpression.class, TrimFunction.class, TrimFunction.TrimSpecification.class, MySQLGroupConcat.class,
            AnalyticExpression.class, AnalyticType.class, WindowDefinition.class, WindowElement.class,
            WindowElement.Type.class, WindowElement.Exclusion.class, WindowOffset.class, WindowOffset.Type.class,
            WindowRange.class, PartitionByClause.class, OrderByClause.class);

    /** What is said by a table, a text or a flag that hangs in one of these places, and not by a class of its own. */
    private static final Set<String> NEVER = Set.of("Select.forUpdateTables", "Select.skipLocked", "Select.noWait",
            "Select.forUpdateBeforeOrderBy", "PlainSelect.intoTables", "PlainSelect.intoTempTable",
            "PlainSelect.settings", "PlainSelect.forXmlPath", "PlainSelect.mySqlSqlCalcFoundRows",
            "PlainSelect.isUsingFinal", "PlainSelect.useWithNoLog", "StringValue.prefix", "Table.tableVariable",
            "Table.timeTravelStr", "Table.timeTravelStrAfterAlias", "Column.commentText", "TableFunction.withClause",
            "Function.isEscaped", "Function.extraKeyword");

    /** What the parser says where nothing was written. */
    private static final Set<Enum<?>> NOTHING = Set.of(PlainSelect.EmitMode.NONE);

    private static final Set<Class<?>> PERMITTED = permitted();

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();

    private PermittedSql() {}

    private static Set<Class<?>> permitted() {
        Set<Class<?>> all = new HashSet<>(QUERIES);
        all.addAll(EXPRESSIONS);
        all.addAll(CALLS);
        return Set.copyOf(all);
    }

    /**
     * Refuses a statement that is no SELECT, or of which any part is not on the list.
     *
     * @param statement
     *            as the parser has made it
     */
    static void check(Object statement) throws AdapterOptionException {
        if (!STATEMENTS.contains(statement.getClass())) {
            throw SqlText.refused(Message.of("The query must be a SELECT, and is a {0}. Maybe begin it with SELECT "
                    + "or WITH.", statement.getClass().getSimpleName()));
        }
        PermittedSql permitted = new PermittedSql();
        permitted.waiting.add(statement);
        while (!permitted.waiting.isEmpty()) {
            permitted.look(permitted.waiting.pop());
        }
    }

    private void look(Object node) throws AdapterOptionException {
        Class<?> type = node instanceof Enum<?> constant ? constant.getDeclaringClass() : node.getClass();
        if (!seen.add(node) || NOTHING.contains(node)) {
            return;
        }
        if (type.getName().startsWith(PARSER)) {
            if (!PERMITTED.contains(type)) {
                throw refused(type.getSimpleName(), node);
            }
            refuseCall(node);
            for (Class<?> part = type; part != null && isOfSyntax(part); part = part.getSuperclass()) {
                lookAtFields(node, part);
            }
        }
        if (node instanceof Collection<?> parts) {
            parts.forEach(this::add);
        }
    }

    /** The base of all nodes holds where they stood in the text, and an enumeration nothing that was written. */
    private static boolean isOfSyntax(Class<?> type) {
        return type.getName().startsWith(PARSER) && !type.getName().startsWith(PARSER + "parser.") && !type.isEnum();
    }

    private void lookAtFields(Object node, Class<?> type) throws AdapterOptionException {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                Object value = value(field, node);
                boolean said = value != null && !Boolean.FALSE.equals(value)
                        && !(value instanceof Collection<?> parts && parts.isEmpty());
                if (said && NEVER.contains(type.getSimpleName() + "." + field.getName())) {
                    throw refused(field.getName(), node);
                }
                add(value);
            }
        }
    }

    private static @Nullable Object value(Field field, Object node) {
        try {
            field.setAccessible(true);
            return field.get(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The parser hides its field " + field + ".", e);
        }
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> {
            }
            case String _,Number _,Boolean _,Character _ -> {
            }
            case Node _ -> {
                // Where a part stood in the text.
            }
            default -> waiting.push(value);
        }
    }

    private static void refuseCall(Object node) throws AdapterOptionException {
        String name = switch (node) {
            case TableFunction _ -> null;
            case Function function -> function.getName();
            case AnalyticExpression function -> function.getName();
            default -> null;
        };
        if (name != null && !Functions.has(name)) {
            throw SqlText.refused(Message.of("The function {0} is not on the list of those that only compute. "
                    + "Maybe put the query into a view of the database and select from that.", name));
        }
    }

    private static AdapterOptionException refused(String what, Object node) {
        String text = String.valueOf(node);
        return SqlText.refused(Message.of("The query may not hold {0} ({1}). Maybe put the query into a view of the "
                + "database and select from that.", text.length() > 60 ? text.substring(0, 60) + "…" : text, what));
    }
}
