using System.Collections;
using System.Management.Automation;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Converts IDs, objects that were read from a platform and saved rows to item references. Never fails, because PowerShell skips a
/// pipeline binding that fails, and the item would lose its session. An object that cannot be converted is reported as an error of
/// that item.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemArgumentAttribute : ArgumentTransformationAttribute
{
    private readonly Platform _platform;
    private readonly string[] _properties;

    /// <summary>
    /// Initializes the attribute with the properties that contain the ID or address. The first property with a value is used.
    /// </summary>
    /// <param name="platform">The platform of the command.</param>
    /// <param name="properties">The names of the properties.</param>
    public ItemArgumentAttribute(Platform platform, params string[] properties)
    {
        _platform = platform;
        _properties = properties;
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is IEnumerable items and not (string or IDictionary)
            ? items.Cast<object?>().Select(Read).ToArray()
            : new[] { Read(inputData) };

    private ItemReference Read(object? item)
    {
        if (item.BaseObject() is ItemReference reference)
        {
            return reference;
        }

        if (ObjectProperties.Text(item) is { } value)
        {
            return new(value);
        }

        return new(
            _properties.Select(name => ObjectProperties.ReadText(item, name)).FirstOrDefault(text => text is not null),
            item,
            PlatformOf(item),
            SessionArgumentAttribute.Read(ObjectProperties.Read(item, "Session"), _platform));
    }

    // A row can lack the Platform column; the type name of the object remains.
    private static string? PlatformOf(object? item) =>
        ObjectProperties.Read(item, "Platform") switch
        {
            Platform platform => platform.ToString(),
            { } word when ObjectProperties.Text(word) is { } text => PlatformRegistry.Find(text)?.ToString() ?? text,
            _ => item is null ? null : PlatformRegistry.OfVideoType(ObjectProperties.ClassName(item))?.Platform.ToString(),
        };
}
