using System.Collections;
using System.Management.Automation;
using VideoPlatforms.Clients.Deserialization;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.AllPlatforms.Deserialization;

/// <summary>Restores the module's objects from PowerShell's serialized form.</summary>
internal static class DeserializedObject
{
    private const string Prefix = "Deserialized.";
    private const string DeserializedTime = "Deserialized.System.DateTimeOffset";
    private const string DeserializedList = "Deserialized.VideoPlatforms.TextList";
    private const string DeserializedSession = "Deserialized.VideoPlatforms.VideoPlatformSession";

    /// <summary>Restores an object.</summary>
    /// <param name="deserialized">The deserialized object.</param>
    /// <param name="find">Returns the value of a deserialized property.</param>
    /// <returns>The object; null if its type is not part of the module or required properties are missing.</returns>
    public static object? Restore(PSObject deserialized, Func<string, object?> find)
    {
        var typeName = ObjectProperties.ClassName(deserialized);
        return ObjectReader.Read(typeName, new(name => Value(find(name)))) ?? ResultReader.Read(typeName, new(name => Value(find(name))));
    }

    private static object? Value(object? value)
    {
        if (value is not PSObject wrapped)
        {
            return value;
        }

        // PowerShell serializes a DateTimeOffset as an object with its properties.
        if (wrapped.TypeNames.Contains(DeserializedTime)
            && ObjectProperties.Read(wrapped, nameof(DateTimeOffset.DateTime)) is DateTime time
            && ObjectProperties.Read(wrapped, nameof(DateTimeOffset.Offset)) is TimeSpan offset)
        {
            return new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), offset);
        }

        if (wrapped.TypeNames.Contains(DeserializedList) && wrapped.BaseObject is IEnumerable items)
        {
            return new TextList(items.Cast<object>().Select(item => $"{item.BaseObject()}"));
        }

        // Remoting over SSH does not restore nested objects.
        if (wrapped.TypeNames.Contains(DeserializedSession))
        {
            return SessionReader.Read(new(name => ObjectProperties.Read(wrapped, name)));
        }

        // An enumeration is a number with the name of its type.
        return wrapped.BaseObject is int number && EnumOf(wrapped) is { } type ? Enum.ToObject(type, number) : value.BaseObject();
    }

    private static Type? EnumOf(PSObject number)
    {
        var name = number.TypeNames.FirstOrDefault() ?? "";
        if (!name.StartsWith(Prefix + nameof(VideoPlatforms), StringComparison.Ordinal))
        {
            return null;
        }

        name = name.Substring(Prefix.Length);
        var type = typeof(PlatformVideo).Assembly.GetType(name) ?? typeof(DeserializedObject).Assembly.GetType(name);
        return type is { IsEnum: true } ? type : null;
    }
}
