using System.Reflection;
using System.Text;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>All objects that are reachable from other objects through their fields, including private fields.</summary>
internal static class ObjectGraph
{
    /// <summary>The path of fields to each string, character array or byte array that contains a secret.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyCollection<string> secrets, params IEnumerable<object> roots)
    {
        var found = new List<string>();
        foreach (var (value, path) in Walk(roots))
        {
            var text = value switch
            {
                string one => one,
                char[] characters => new string(characters),
                byte[] bytes => Encoding.UTF8.GetString(bytes),
                _ => "",
            };
            found.AddRange(secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(_ => path));
        }

        return found;
    }

    /// <summary>Every reachable object of a type.</summary>
    public static IEnumerable<T> Of<T>(params IEnumerable<object> roots) => Walk(roots).Select(one => one.Value).OfType<T>();

    private static IEnumerable<(object Value, string Path)> Walk(IEnumerable<object> roots)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var next = new Queue<(object Value, string Path)>(roots.Select(root => (root, root.GetType().Name)));
        while (next.TryDequeue(out var one))
        {
            if (!one.Value.GetType().IsValueType && !visited.Add(one.Value))
            {
                continue;
            }

            yield return one;
            foreach (var (value, path) in Members(one.Value, one.Path))
            {
                next.Enqueue((value, path));
            }
        }
    }

    private static IEnumerable<(object Value, string Path)> Members(object value, string path)
    {
        // Types reference everything; the timer queue, and each timer through the next one, references the timers of other objects.
        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || value is string or Pointer or MemberInfo or Assembly or Module or Thread || type.Name is "TimerQueue")
        {
            yield break;
        }

        if (value is Array items)
        {
            if (type.GetElementType() is { IsPrimitive: false, IsPointer: false })
            {
                foreach (var item in items)
                {
                    if (item is not null)
                    {
                        yield return (item, $"{path}[]");
                    }
                }
            }

            yield break;
        }

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!(type.Name is "TimerQueueTimer" && field.FieldType == type) && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike && field.GetValue(value) is { } member)
                {
                    yield return (member, $"{path}.{field.Name}");
                }
            }
        }
    }
}
