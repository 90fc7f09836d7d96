package dev.hermes.workspace.cache;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Failure;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the forms of a type and of all that is in it, which may contain itself. Of one thread. */
final class Forms {

    private static final Map<Type, Form> PLAIN = Map.ofEntries(Map.entry(String.class, Form.Plain.TEXT),
            Map.entry(Decimal.class, Form.Plain.DECIMAL), Map.entry(LocalDate.class, Form.Plain.DAY),
            Map.entry(boolean.class, Form.Plain.BOOLEAN), Map.entry(Boolean.class, Form.Plain.BOOLEAN),
            Map.entry(int.class, Form.Plain.INTEGER), Map.entry(Integer.class, Form.Plain.INTEGER),
            Map.entry(long.class, Form.Plain.LONG), Map.entry(Long.class, Form.Plain.LONG),
            Map.entry(double.class, Form.Plain.DOUBLE), Map.entry(Double.class, Form.Plain.DOUBLE));

    private final Map<Type, Form> known = new HashMap<>(PLAIN);
    private final StringBuilder declared = new StringBuilder();

    /** All that was declared by the types whose forms were found. */
    String declared() {
        return declared.toString();
    }

    /**
     * The form of a type.
     *
     * @throws IllegalArgumentException
     *             where there is none
     */
    Form of(Type type) {
        Form found = known.get(type);
        return found != null ? found
                : type instanceof ParameterizedType generic ? generic(generic) : found((Class<?>) type);
    }

    private Form generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        declared.append(type).append(';');
        if (raw == List.class || raw == Set.class) {
            return new Form.OfCollection(of(arguments[0]), raw == Set.class);
        } else if (raw == Map.class) {
            return new Form.OfMap(of(arguments[0]), of(arguments[1]));
        }
        throw unfit(type);
    }

    private Form found(Class<?> type) {
        declared.append(type.getName()).append(';');
        if (type.isArray()) {
            return new Form.OfArray(type.getComponentType(), of(type.getComponentType()));
        } else if (type.isEnum()) {
            List<?> constants = List.of(type.getEnumConstants());
            declared.append(constants);
            return new Form.OfEnum(constants);
        } else if (type == NumberColumn.class) {
            return new Form.OfColumn(of(Failure.class));
        } else if (type.isRecord()) {
            return record(type);
        } else if (type.isSealed()) {
            return sealed(type);
        }
        throw unfit(type);
    }

    private Form record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Form> parts = new ArrayList<>();
        List<Method> accessors = new ArrayList<>();
        Form form = new Form.OfRecord(constructor(type, components), accessors, parts);
        // Known before its parts are, as they may be of its own type.
        known.put(type, form);
        for (RecordComponent component : components) {
            declared.append(component.getName()).append(':');
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            accessors.add(accessor);
            parts.add(of(component.getGenericType()));
        }
        return form;
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Every record has such a constructor.", e);
        }
    }

    private Form sealed(Class<?> type) {
        List<Class<?>> types = List.of(type.getPermittedSubclasses());
        List<Form> forms = new ArrayList<>();
        Form form = new Form.OneOf(types, forms);
        known.put(type, form);
        types.forEach(permitted -> forms.add(of(permitted)));
        return form;
    }

    private static IllegalArgumentException unfit(Type type) {
        return new IllegalArgumentException("It is not known how " + type + " is written.");
    }
}
