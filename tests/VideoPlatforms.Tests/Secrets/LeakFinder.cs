using System.Collections;
using System.Reflection;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>
/// Walks whatever a user can get hold of (text forms, public properties, items, exceptions with all that they hold) and says
/// where it finds a trace of a secret.
/// </summary>
internal sealed class LeakFinder(IEnumerable<string> secrets)
{
    private const int Deepest = 8;

    private readonly string[] _traces = [.. secrets.SelectMany(SecretForms.Traces).Distinct(StringComparer.OrdinalIgnoreCase)];
    private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _leaks = [];

    /// <summary>Every leak in some objects: where it is, and what was found.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> secrets, params IEnumerable<object?> shown)
    {
        var finder = new LeakFinder(secrets);
        foreach (var item in shown)
        {
            finder.Walk(item, item?.GetType().Name ?? "", 0);
        }

        return finder._leaks;
    }

    private void Walk(object? value, string where, int depth)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                Look(text, where);
                return;
        }

        var type = value.GetType();
        Look(value.ToString(), $"{where}.ToString()");
        if (type.IsPrimitive || type.IsEnum || depth == Deepest || value is Type or Assembly or MemberInfo or Delegate || (!type.IsValueType && !_visited.Add(value)))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, $"{where}[]", depth + 1);
            }
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            Walk(Read(property, value), $"{where}.{property.Name}", depth + 1);
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            Walk(field.GetValue(value), $"{where}.{field.Name}", depth + 1);
        }

        if (value is PlatformVideo video)
        {
            Walk(video.GetAdditionalData(), $"{where}.GetAdditionalData()", depth + 1);
        }
    }

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception)
        {
            // What a property says when it has nothing to say must show nothing either.
            return exception.InnerException;
        }
    }

    private void Look(string? text, string where)
    {
        foreach (var trace in _traces)
        {
            if (text is not null && text.Contains(trace, StringComparison.OrdinalIgnoreCase))
            {
                _leaks.Add($"{where}: {trace} in {text}");
                return;
            }
        }
    }
}
