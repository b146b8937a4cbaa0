using System.Collections;
using System.Reflection;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>
/// Searches everything that a user can access (objects as text, public properties, items, exceptions with their data) for
/// traces of secrets.
/// </summary>
internal sealed class LeakFinder(IEnumerable<string> secrets)
{
    private const int Deepest = 8;

    private readonly string[] _traces = [.. secrets.SelectMany(SecretForms.Traces).Distinct(StringComparer.OrdinalIgnoreCase)];
    private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _leaks = [];

    /// <summary>Every leak in the objects, with its position and the trace.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> secrets, params IEnumerable<object?> shown)
    {
        var finder = new LeakFinder(secrets);
        foreach (var item in shown)
        {
            finder.Walk(item, item?.GetType().Name ?? "", 0);
        }

        return finder._leaks;
    }

    private void Walk(object? value, string path, int depth)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                Search(text, path);
                return;
        }

        var type = value.GetType();
        Search(value.ToString(), $"{path}.ToString()");
        if (type.IsPrimitive || type.IsEnum || depth == Deepest || value is Type or Assembly or MemberInfo or Delegate || (!type.IsValueType && !_visited.Add(value)))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, $"{path}[]", depth + 1);
            }
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            Walk(Read(property, value), $"{path}.{property.Name}", depth + 1);
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            Walk(field.GetValue(value), $"{path}.{field.Name}", depth + 1);
        }

        if (value is PlatformVideo video)
        {
            Walk(video.GetAdditionalData(), $"{path}.GetAdditionalData()", depth + 1);
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
            // The exception of a property getter must not contain a secret either.
            return exception.InnerException;
        }
    }

    private void Search(string? text, string path)
    {
        foreach (var trace in _traces)
        {
            if (text is not null && text.Contains(trace, StringComparison.OrdinalIgnoreCase))
            {
                _leaks.Add($"{path}: {trace} in {text}");
                return;
            }
        }
    }
}
